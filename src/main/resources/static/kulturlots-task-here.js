// A task opens where it is listed, with the form of its own page beside the facts of the case. Its page
// opens instead if that fails, or if a form is open already: it may hold what is half written.
document.querySelectorAll('[data-task-here]').forEach((link) => link.addEventListener('click', openHere));

async function openHere(event) {
	const link = event.currentTarget;
	if (event.ctrlKey || event.metaKey || event.shiftKey || document.querySelector('[data-task-form]')) {
		return;
	}
	event.preventDefault();
	try {
		const response = await fetch(link.href);
		const page = new DOMParser().parseFromString(await response.text(), 'text/html');
		const task = page.querySelector('.kl-task');
		const { src } = page.querySelector('script[src*="kulturlots-task"]');
		page.querySelectorAll('link[href*="form.css"], link[href*="kulturlots-task"]')
			.forEach((style) => document.head.append(document.adoptNode(style)));
		task.tabIndex = -1;
		task.setAttribute('role', 'group');
		task.setAttribute('aria-label', link.closest('.kl-line').querySelector('.kl-line__title').textContent);
		link.closest('.kl-line').append(document.adoptNode(task));
		link.textContent = link.dataset.taskHere;
		await import(src);
		task.focus();
	}
	catch {
		window.location.assign(link.href);
	}
}
