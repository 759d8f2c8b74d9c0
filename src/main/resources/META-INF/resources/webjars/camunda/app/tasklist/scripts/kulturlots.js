/*
 * Tasklist shows the engine's words only. What a task is about and until when comes from our own
 * pages, once for all the cards that are drawn together.
 */
import { mayMailMany, mendForms } from '../../../lib/kulturlots-forms.js';
import { link, prepare } from '../../../lib/kulturlots.js';
import { closeNotices, watchTrouble } from '../../../lib/kulturlots-trouble.js';

const CARDS = '/staff/tasks/cards';

const CAN_START = '/camunda/api/engine/engine/default/process-definition/count'
	+ '?latest=true&active=true&startableInTasklist=true&startablePermissionCheck=true';

const NARROW = window.matchMedia('(max-width: 768px)');

const waiting = new Map();

let shownTask = taskShown();

mendForms();
watchTrouble();
prepare({ tidy });
whatIsDueFirst();
offerWhatCanBeStarted();
document.addEventListener('input', closeOldNotices);

function tidy() {
	datesAreOnlyRead();
	nameWhatIsNot();
	keepWhatIsTyped();
	headTask();
	leadToWhereLettersAreShown();
	leaveNoticesBehind();
}

/** Dates follow from the consultation: nobody is to land on one with the keyboard as if it could be changed. */
function datesAreOnlyRead() {
	document.querySelectorAll('.meta .due-date[tabindex]').forEach((date) => date.removeAttribute('tabindex'));
}

/** The button that hands a task back has a picture only, and a heading its size for its level. */
function nameWhatIsNot() {
	document.querySelectorAll('.meta .unclaim:not([aria-label])')
		.forEach((button) => button.setAttribute('aria-label', 'Lämna tillbaka'));
	document.querySelectorAll('.names .process-definition:not([aria-level])')
		.forEach((heading) => heading.setAttribute('aria-level', '3'));
}

/** Only who may start something is asked what. */
async function offerWhatCanBeStarted() {
	const response = await fetch(CAN_START, { headers: { Accept: 'application/json' } });
	document.documentElement.classList.toggle('kulturlots-starts', response.ok && (await response.json()).count > 0);
}

/** What was wrong before is not wrong any more, or will be told again. */
function closeOldNotices({ target }) {
	if (target instanceof Element && target.closest('.fjs-container')) {
		closeNotices();
	}
}

/** What went wrong with one task says nothing of the next. */
function leaveNoticesBehind() {
	const task = taskShown();
	if (task !== shownTask) {
		shownTask = task;
		closeNotices();
	}
}

function taskShown() {
	return new URLSearchParams(window.location.hash.split('?')[1]).get('task');
}

/** A link in a form opens beside it, or what is half written would be lost. */
function keepWhatIsTyped() {
	document.querySelectorAll('.fjs-container a[href^="/"]:not([target])').forEach((anchor) => {
		anchor.target = '_blank';
		anchor.rel = 'noopener';
	});
}

/** Tasklist counts days by the clock of the browser and not by working days; so say it ourselves. */
function headTask() {
	const names = document.querySelector('.task-card > header .names');
	const taskId = taskShown();
	if (!names || !taskId || names.querySelector('.kulturlots-head')?.dataset.task === taskId) {
		return;
	}
	names.querySelector('.kulturlots-head')?.remove();
	const head = document.createElement('div');
	head.className = 'kulturlots-head';
	head.dataset.task = taskId;
	names.append(head);
	factsOf(taskId).then((facts) => {
		head.prepend(...whatAndWhen(facts ?? {}));
		names.closest('.task-card').classList.toggle('kulturlots-others', Boolean(facts?.others));
		if (facts?.others) {
			head.append(line('kulturlots-whose', facts.others));
		}
		if (NARROW.matches) {
			// the task opens below the list, and the form by which it gets its height has come now
			names.scrollIntoView();
		}
	});
}

/** What is mailed to many is shown first, on our own page of the task. */
function leadToWhereLettersAreShown() {
	const head = document.querySelector('.task-card > header .kulturlots-head');
	if (!head || head.querySelector('.kulturlots-mails') || !mayMailMany(head.dataset.task)) {
		return;
	}
	const text = line('kulturlots-mails', 'Svaret kan mejlas till många. ');
	text.append(link(`/staff/tasks/${encodeURIComponent(head.dataset.task)}`, 'Gör uppgiften här, så ser du breven först'));
	head.append(text);
}

/** Tasklist begins with the newest task, whatever order the filter asks for. */
function whatIsDueFirst() {
	const [path, query] = window.location.hash.split('?');
	const parameters = new URLSearchParams(query);
	if (['', '#', '#/'].includes(path) && !parameters.has('sorting')) {
		parameters.set('sorting', JSON.stringify([{ sortBy: 'dueDate', sortOrder: 'asc' }]));
		window.history.replaceState(window.history.state, '', `#/?${parameters}`);
	}
}

/** The facts of one task, or null. Asks for all the tasks of one drawing at once. */
function factsOf(taskId) {
	if (!waiting.size) {
		setTimeout(askForAll, 0);
	}
	if (!waiting.has(taskId)) {
		let give;
		const answer = new Promise((resolve) => (give = resolve));
		waiting.set(taskId, { answer, give });
	}
	return waiting.get(taskId).answer;
}

async function askForAll() {
	const asked = new Map(waiting);
	waiting.clear();
	let facts = {};
	try {
		const ids = [...asked.keys()].map(encodeURIComponent).join(',');
		const response = await fetch(`${CARDS}?ids=${ids}`, { headers: { Accept: 'application/json' } });
		if (response.ok) {
			facts = await response.json();
		}
	}
	catch {
		// the cards are readable without what we add
	}
	asked.forEach(({ give }, taskId) => give(facts[taskId] ?? null));
}

function line(className, text) {
	const paragraph = document.createElement('p');
	paragraph.className = className;
	paragraph.textContent = text;
	return paragraph;
}

function whatAndWhen({ title, about, sentBack, due, late }) {
	const lines = [];
	if (title) {
		lines.push(line('kulturlots-title', title));
	}
	if (about) {
		lines.push(line('kulturlots-about', about));
	}
	if (sentBack) {
		lines.push(line('kulturlots-sent-back', sentBack));
	}
	if (due) {
		lines.push(line(late ? 'kulturlots-due kulturlots-late' : 'kulturlots-due', due));
	}
	return lines;
}

/** Only to our own pages. */
function ownPath(path) {
	return typeof path === 'string' && /^\/(?!\/)/.test(path);
}

async function drawCard(node, { taskId }) {
	node.className = 'kulturlots-card';
	const facts = await factsOf(taskId);
	if (facts) {
		node.replaceChildren(...whatAndWhen(facts));
	}
}

async function drawDetail(node, { taskId }) {
	node.className = 'kulturlots-detail';
	const facts = await factsOf(taskId);
	if (!facts) {
		node.replaceChildren(line('kulturlots-none', 'Uppgiften hör inte till något ärende.'));
		return;
	}
	const parts = whatAndWhen(facts);
	if (ownPath(facts.link)) {
		const way = document.createElement('p');
		const anchor = link(facts.link, 'Öppna ärendet');
		anchor.className = 'btn btn-primary';
		anchor.target = '_blank';
		anchor.rel = 'noopener';
		way.append(anchor);
		parts.push(way);
	}
	if (ownPath(facts.handbook)) {
		const help = document.createElement('p');
		const anchor = link(facts.handbook, 'Läs i handboken');
		anchor.target = '_blank';
		anchor.rel = 'noopener';
		help.append(anchor);
		parts.push(help);
	}
	node.replaceChildren(...parts);
}

export default [
	{
		id: 'kulturlots-card',
		pluginPoint: 'tasklist.card',
		priority: 100,
		render: drawCard,
	},
	{
		id: 'kulturlots-consultation',
		pluginPoint: 'tasklist.task.detail',
		properties: { label: 'Ärende' },
		priority: 900,
		render: drawDetail,
	},
];
