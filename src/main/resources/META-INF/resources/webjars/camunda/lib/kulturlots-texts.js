/*
 * Swedish for the texts that are written in the program code of the web applications and of their
 * forms, and therefore cannot be translated with locales/sv.json.
 */

/** The places in a form where its program, and not the one who drew the form, has the word. */
export const FORM_WORDS = [
	'.fjs-form-field-error', '.fjs-select-placeholder', '.fjs-dropdownlist-empty', '.fjs-table-nav-label',
	'.fjs-table-empty', '.fjs-table-td[colspan]', '.fjs-taglist-skip-link', '.fjs-repeat-render-add', '.fjs-repeat-render-collapse',
	'.fjs-iframe-placeholder',
].join(', ');

const CHOICES = '.fjs-form-field-select, .fjs-form-field-radio, .fjs-form-field-checklist, .fjs-form-field-taglist';

const FORM_TEXTS = {
	'Select': 'Välj',
	'Search': 'Sök',
	'No results': 'Inga träffar',
	'All values selected': 'Alla är valda',
	'Skip to search': 'Hoppa till sökfältet',
	'Remove tag': 'Ta bort',
	'Nothing to show.': 'Det finns inget att visa.',
	'No content to show.': 'Det finns inget att visa.',
	'External content couldn\'t be loaded.': 'Innehållet kunde inte hämtas.',
	'Previous page': 'Föregående sida',
	'Next page': 'Nästa sida',
	' of ': ' av ',
	'Add new': 'Lägg till',
	'Collapse': 'Visa färre',
	'Increment': 'Öka',
	'Decrement': 'Minska',
	'hh:mm': 'tt:mm',
	'yyyy-mm-dd': 'åååå-mm-dd',
	'Scroll to increment': 'Rulla för att ändra',
	'Click to toggle': 'Klicka för att byta',
	'Click to remove sorting': 'Ta bort sorteringen',
	'Date and time must both be entered.': 'Fyll i både datum och tid.',
	'Value is not a number.': 'Skriv ett tal.',
	'Value is expected to be an integer.': 'Skriv ett heltal.',
	'Field must be a valid email.': 'Skriv en e-postadress, till exempel namn@forening.example.',
	'Field must be a valid  international phone number. (e.g. +4930664040900)':
		'Skriv ett telefonnummer med landsnummer, till exempel +46701740605.',
};

const FORM_PATTERNS = [
	[/^Field must have minimum value of (.+)\.$/, (least) => `Talet får inte vara mindre än ${number(least)}.`],
	[/^Field must have maximum value of (.+)\.$/, (most) => `Talet får inte vara större än ${number(most)}.`],
	[/^Field must have minimum length of (.+)\.$/, (least) => `Skriv minst ${least} tecken.`],
	[/^Field must have maximum length of (.+)\.$/, (most) => `Skriv högst ${most} tecken.`],
	[/^Field must match pattern .+\.$/s, () => 'Det är inte skrivet på rätt sätt. Läs hjälptexten vid fältet.'],
	[/^Value is expected to have at most (\d+) decimal digits?\.$/,
		(digits) => `Skriv högst ${digits} ${(digits === '1') ? 'decimal' : 'decimaler'}.`],
	[/^Please select a valid value, the two nearest valid values are (.+) and (.+)\.$/,
		(below, above) => `Det talet går inte att välja. Närmast ligger ${number(below)} och ${number(above)}.`],
	[/^Click to sort by (.+) descending$/, (column) => `Sortera fallande efter ${column}`],
	[/^Click to sort by (.+) ascending$/, (column) => `Sortera stigande efter ${column}`],
	[/^Expand all \((\d+)\)$/, (count) => `Visa alla (${count})`],
	[/^Remove list item (\d+)$/, (item) => `Ta bort rad ${item}`],
];

/** The places outside forms where texts cannot be translated otherwise. */
export const PROGRAM_WORDS = [
	'[cam-widget-header] .app-switch', '.navbar-toggle', '.close', '.tooltip-inner', '.null-value', '.cam-table th',
	'.cam-table td.actions', '.cam-table td.type', '.tjs-container .hit-policy', '.tjs-container .clause',
	'.tjs-container .input-variable', '.tjs-container .output-variable', '.tjs-container th.annotation',
].join(', ');

const PROGRAM_TEXTS = {
	'Tasklist': 'Uppgifter',
	'Cockpit': 'Driftöversikt',
	'Admin': 'Administration',
	'Welcome': 'Min profil',
	'CAM_WIDGET_HEADER_TOGGLE_NAVIGATION': 'Visa eller dölj menyn',
	'Close': 'Stäng',
	'Actions': 'Åtgärder',
	'Failed Job': 'Misslyckat jobb',
	'failedExternalTask': 'Misslyckad extern uppgift',
	'null': '–',
	'Toggle this section': 'Visa eller dölj avsnittet',
	'zoom in': 'Zooma in',
	'zoom out': 'Zooma ut',
	'reset zoom': 'Återställ zoomningen',
	'Hit policy:': 'Regler:',
	'First': 'den första som stämmer',
	'Unique': 'bara en stämmer',
	'Any': 'någon som stämmer',
	'Collect': 'alla som stämmer',
	'When': 'När',
	'And': 'och',
	'Then': 'Då',
	'Annotations': 'Förklaring',
	'double': 'tal',
	'integer': 'heltal',
	'string': 'text',
	'boolean': 'ja eller nej',
	'date': 'datum',
	'Select all': 'Markera alla',
	'Unselect all': 'Avmarkera alla',
};

/** Swedish for a text of the forms, or null for a text that is not theirs. */
export function formText(element, text) {
	if (text === 'Field is required.') {
		return requiredText(element);
	}
	if (Object.hasOwn(FORM_TEXTS, text)) {
		return FORM_TEXTS[text];
	}
	for (const [pattern, swedish] of FORM_PATTERNS) {
		const match = pattern.exec(text);
		if (match) {
			return swedish(...match.slice(1));
		}
	}
	return null;
}

/** Swedish for a text of the applications' program code, or null. */
export function programText(text) {
	const trimmed = text.trim();
	return Object.hasOwn(PROGRAM_TEXTS, trimmed) ? text.replace(trimmed, PROGRAM_TEXTS[trimmed]) : null;
}

function requiredText(element) {
	if (element.closest('.fjs-form-field-checkbox')) {
		return 'Kryssa i rutan.';
	}
	return element.closest(CHOICES) ? 'Välj ett alternativ.' : 'Fyll i fältet.';
}

function number(text) {
	return text.replace('.', ',');
}

/** For the calendar in date fields. */
export const swedishCalendar = {
	firstDayOfWeek: 1,
	weekAbbreviation: 'v',
	rangeSeparator: ' till ',
	scrollTitle: 'Rulla för att ändra',
	toggleTitle: 'Klicka för att byta',
	yearAriaLabel: 'År',
	monthAriaLabel: 'Månad',
	hourAriaLabel: 'Timme',
	minuteAriaLabel: 'Minut',
	time_24hr: true,
	ordinal: () => '.',
	weekdays: {
		shorthand: ['sön', 'mån', 'tis', 'ons', 'tors', 'fre', 'lör'],
		longhand: ['söndag', 'måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag'],
	},
	months: {
		shorthand: ['jan', 'feb', 'mars', 'apr', 'maj', 'juni', 'juli', 'aug', 'sep', 'okt', 'nov', 'dec'],
		longhand: ['januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli', 'augusti', 'september', 'oktober',
			'november', 'december'],
	},
};
