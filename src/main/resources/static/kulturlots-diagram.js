// Diagrams of cases, drawn when somebody wants to see them. What they show stands in the list
// beside them too, which is where the states are read from.
const LARGEST = 2;
const STEP = 1.4;
const MARGIN = 12;

/* room for the viewer's watermark under the drawing */
const FOOT = 44;

let viewers;

/** The viewer and its style sheet, once for a page. */
function loadViewer({ viewer, style }) {
	viewers ??= Promise.all([
		new Promise((resolve, reject) => {
			const script = document.createElement('script');
			script.src = viewer;
			script.addEventListener('load', () => resolve(window.BpmnJS));
			script.addEventListener('error', reject);
			document.head.append(script);
		}),
		new Promise((resolve, reject) => {
			const link = document.createElement('link');
			link.rel = 'stylesheet';
			link.href = style;
			link.addEventListener('load', resolve);
			link.addEventListener('error', reject);
			document.head.append(link);
		}),
	]).then(([viewerClass]) => viewerClass);
	return viewers;
}

async function draw(figure) {
	const frame = figure.querySelector('[data-frame]');
	try {
		const [Viewer, answer] = await Promise.all([loadViewer(figure.dataset), fetch(figure.dataset.diagram)]);
		if (!answer.ok) {
			throw new Error(answer.status);
		}
		figure.hidden = false;
		const viewer = new Viewer({ container: frame });
		await viewer.importXML(await answer.text());
		mark(viewer, figure);
		steer(viewer, figure, frame);
	}
	catch (problem) {
		// the list says the same
		figure.hidden = true;
		console.warn(problem);
	}
}

/** Each step as its line in the list says: colour, kind of line, and a word. */
function mark(viewer, figure) {
	const canvas = viewer.get('canvas');
	const overlays = viewer.get('overlays');
	const elements = viewer.get('elementRegistry');
	document.getElementById(figure.dataset.steps)?.querySelectorAll('[data-step]').forEach((line) => {
		const { step, state, word } = line.dataset;
		if (!elements.get(step)) {
			return;
		}
		canvas.addMarker(step, `kl-step--${state.toLowerCase()}`);
		if (word) {
			const badge = document.createElement('span');
			badge.className = 'kl-step__badge';
			badge.dataset.state = state;
			badge.textContent = word;
			const now = state === 'ACTIVE' || state === 'WAITING' || state === 'FAILED';
			overlays.add(step, { position: { top: -12, left: 4 }, html: badge, scale: now ? { min: 0.8, max: 1.2 } : true });
		}
	});
}

/** Fits the width at first; the browser scrolls what is larger, with finger, wheel and keys. */
function steer(viewer, figure, frame) {
	const canvas = viewer.get('canvas');
	const paper = canvas.getContainer();
	const svg = paper.querySelector('svg');
	const inner = canvas.viewbox().inner;
	const box = { x: inner.x - MARGIN, y: inner.y - MARGIN, width: inner.width + 2 * MARGIN, height: inner.height + 2 * MARGIN };
	const now = viewer.get('elementRegistry').filter((element) => canvas.hasMarker(element, 'kl-step--active')
		|| canvas.hasMarker(element, 'kl-step--waiting') || canvas.hasMarker(element, 'kl-step--failed'))[0];
	let scale = 0;

	svg.setAttribute('role', 'img');
	svg.setAttribute('aria-label', figure.dataset.name);
	// without it the listeners of the viewer alone make it a stop of its own
	svg.setAttribute('tabindex', '-1');
	paper.tabIndex = 0;
	paper.setAttribute('role', 'region');
	paper.setAttribute('aria-label', figure.dataset.scroll);
	paper.classList.add('kl-diagram__paper');

	const fitting = () => Math.min(1, frame.clientWidth / box.width);

	const zoom = (wanted, middle) => {
		const before = scale;
		scale = Math.max(fitting(), Math.min(LARGEST, wanted));
		frame.style.height = `${Math.min(box.height * scale + FOOT, Math.max(280, window.innerHeight * 0.7))}px`;
		canvas.resized();
		canvas.viewbox({ x: box.x, y: box.y, width: paper.clientWidth / scale, height: paper.clientHeight / scale });
		svg.style.width = `${box.width * scale}px`;
		svg.style.height = `${box.height * scale + FOOT}px`;
		if (before && middle) {
			paper.scrollLeft = (middle.x - box.x) * scale - paper.clientWidth / 2;
			paper.scrollTop = (middle.y - box.y) * scale - paper.clientHeight / 2;
		}
		figure.querySelector('[data-zoom="out"]').disabled = scale <= fitting() * 1.01;
		figure.querySelector('[data-zoom="in"]').disabled = scale >= LARGEST;
	};

	/* what is in the middle stays there; from the whole, one goes to where the case stands */
	const middle = () => (scale <= fitting() * 1.01 && now)
		? { x: now.x + now.width / 2, y: now.y + now.height / 2 }
		: { x: box.x + (paper.scrollLeft + paper.clientWidth / 2) / scale, y: box.y + (paper.scrollTop + paper.clientHeight / 2) / scale };

	const actions = {
		in: () => zoom(Math.max(scale * STEP, 0.35), middle()),
		out: () => zoom(scale / STEP, middle()),
		fit: () => zoom(0),
	};
	figure.querySelectorAll('[data-zoom]').forEach((button) => button.addEventListener('click', () => actions[button.dataset.zoom]()));
	paper.addEventListener('keydown', (event) => {
		const action = { '+': 'in', '-': 'out', 0: 'fit' }[event.key];
		if (action && !event.ctrlKey && !event.metaKey && !event.altKey) {
			event.preventDefault();
			actions[action]();
		}
	});
	let width = frame.clientWidth;
	new ResizeObserver(() => {
		if (frame.clientWidth && frame.clientWidth !== width) {
			width = frame.clientWidth;
			actions.fit();
		}
	}).observe(frame);
	window.addEventListener('beforeprint', actions.fit);
	actions.fit();
	figure.dataset.drawn = 'true';
}

/** Draws what is in view, and the rest when its part is opened. */
function prepare(root) {
	root.querySelectorAll('[data-diagram]').forEach((figure) => {
		const part = figure.closest('details');
		if (!part || part.open) {
			draw(figure);
		}
		else {
			part.addEventListener('toggle', () => draw(figure), { once: true });
		}
	});
}

/** A case within another page: its own page is fetched when it is opened. */
async function open(part) {
	const link = part.querySelector('a');
	try {
		const answer = await fetch(link.href);
		const found = answer.ok && new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-case]');
		if (found) {
			link.parentElement.before(found);
			prepare(part);
		}
	}
	catch (problem) {
		// the link still leads there
		console.warn(problem);
	}
}

document.querySelectorAll('details[data-case-part]').forEach((part) =>
	part.addEventListener('toggle', () => open(part), { once: true }));
prepare(document);
