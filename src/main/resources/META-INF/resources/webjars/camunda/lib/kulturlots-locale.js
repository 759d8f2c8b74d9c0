/*
 * The applications keep their texts in the browser, and draw from what they kept last time. The very
 * first time, and the first time after an update of ours, that is nothing or the old texts. So put the
 * right ones there before they start.
 */
export async function keepTexts(app) {
	const root = document.querySelector('base').getAttribute('app-root');
	const folder = `${root}/app/${app}/locales/`;
	try {
		const response = await fetch(`${folder}sv.json`);
		if (response.ok) {
			const kept = JSON.parse(window.localStorage.getItem('camunda-web') || '{}');
			kept[`${folder}_locales_data_sv_${window.bust}`] = await response.text();
			window.localStorage.setItem('camunda-web', JSON.stringify(kept));
		}
	}
	catch {
		// they fetch them by themselves, a little late
	}
}
