/*
 * What Tasklist, Cockpit, Admin and Welcome have in common: our way in and out, our links in their
 * menus, and Swedish where their own texts cannot be translated with locales/sv.json.
 */
import { FORM_WORDS, PROGRAM_WORDS, formText, programText, swedishCalendar } from './kulturlots-texts.js';

const DRAFTS = 'camunda-form:';

const OWN_LINKS = [
	{ id: 'kulturlots-start', label: 'Startsida', href: '/staff' },
];

const OWN_ACCOUNT = '/staff/account';

let signingOut = false;

/**
 * Makes an application ours.
 * @param links more links in its menu
 * @param tidy called whenever something on the page has changed
 */
export function prepare({ links = [], tidy = () => {} } = {}) {
	document.documentElement.lang = 'sv';
	returnToPlace();
	swedishDates();
	window.addEventListener('hashchange', leaveWhenSignedOut);
	document.addEventListener('click', noticeSignOut, true);
	whenReady(() => {
		leaveWhenSignedOut();
		watch([...OWN_LINKS, ...links], tidy);
	});
}

function whenReady(action) {
	if (document.body) {
		action();
	}
	else {
		document.addEventListener('DOMContentLoaded', action, { once: true });
	}
}

/* ---- in and out ---- */

function noticeSignOut(event) {
	if (event.target instanceof Element && event.target.closest('.account .logout a')) {
		signingOut = true;
		clearDrafts();
	}
}

/** Where somebody was going before they signed in with an identity provider. */
function returnToPlace() {
	const place = window.sessionStorage.getItem('kl-place');
	window.sessionStorage.removeItem('kl-place');
	if (place?.startsWith('#/') && ['', '#', '#/'].includes(window.location.hash)) {
		window.history.replaceState(window.history.state, '', place);
	}
}

/** Their own sign-in page is never used. */
function leaveWhenSignedOut() {
	if (/^#\/login\b/.test(window.location.hash)) {
		if (signingOut) {
			clearDrafts();
		}
		window.location.replace(signingOut ? '/login?signedOut' : '/login');
	}
}

/** What somebody has half written is not for the next person at the same computer. */
function clearDrafts() {
	Object.keys(window.localStorage)
		.filter((key) => key.startsWith(DRAFTS))
		.forEach((key) => window.localStorage.removeItem(key));
}

/* ---- what is on the page ---- */

function watch(links, tidy) {
	whenChanged(document.body, (roots) => {
		roots.forEach(translate);
		addLinks(links);
		leadToOwnAccount();
		tidy();
	});
}

/** Looks at all that is below a node, and at what changes there, text by text. */
export function whenChanged(root, look) {
	new MutationObserver((changes) => {
		const roots = new Set();
		for (const change of changes) {
			if (change.type === 'childList') {
				change.addedNodes.forEach((node) => roots.add(node));
			}
			else {
				roots.add(change.target);
			}
		}
		look(roots);
	}).observe(root, {
		subtree: true,
		childList: true,
		characterData: true,
		attributes: true,
		attributeFilter: ['placeholder', 'title', 'aria-label'],
	});
	look([root]);
}

/** Swedish for what the applications and forms have written below a node. */
export function translate(node) {
	if (node.nodeType === Node.TEXT_NODE) {
		translateText(node);
	}
	else if (node.nodeType === Node.ELEMENT_NODE && node.isConnected) {
		translateAttributes(node);
		node.querySelectorAll('[placeholder], [title], [aria-label]').forEach(translateAttributes);
		const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
		while (texts.nextNode()) {
			translateText(texts.currentNode);
		}
	}
}

function translateText(text) {
	const element = text.parentElement;
	const swedish = element && textIn(element, text.data);
	if (swedish && swedish !== text.data) {
		text.data = swedish;
	}
}

function translateAttributes(element) {
	for (const name of ['placeholder', 'title', 'aria-label']) {
		const value = element.getAttribute(name);
		const swedish = value && (element.closest('.fjs-container') ? formText(element, value) : programText(value));
		if (swedish && swedish !== value) {
			element.setAttribute(name, swedish);
		}
	}
}

/** Only what the applications wrote themselves; never what people have written. */
function textIn(element, text) {
	if (element.closest(FORM_WORDS)) {
		return formText(element, text);
	}
	return element.closest(PROGRAM_WORDS) ? programText(text) : null;
}

function addLinks(links) {
	const menu = document.querySelector('[cam-widget-header] .app-menu > ul');
	if (!menu || !document.querySelector('[cam-widget-header] .account')) {
		return;
	}
	for (const { id, label, href } of [...links].reverse()) {
		if (!document.getElementById(id)) {
			const item = document.createElement('li');
			item.id = id;
			item.className = 'kulturlots-link';
			item.append(link(href, label));
			menu.prepend(item);
		}
	}
}

/** Accounts are changed on our own pages. */
function leadToOwnAccount() {
	const profile = document.querySelector('[cam-widget-header] .account .profile a');
	if (profile && profile.getAttribute('href') !== OWN_ACCOUNT) {
		profile.setAttribute('href', OWN_ACCOUNT);
	}
}

export function link(href, label) {
	const anchor = document.createElement('a');
	anchor.href = href;
	anchor.textContent = label;
	return anchor;
}

/* ---- dates ---- */

/**
 * Date fields in forms ask for the format of "default", that is, of the browser. Forms are Swedish,
 * so a date is written 2026-10-30 for everyone.
 */
export function swedishDates() {
	const original = Intl.DateTimeFormat;
	const swedish = function DateTimeFormat(locales, options) {
		return new original((!locales || locales === 'default') ? 'sv-SE' : locales, options);
	};
	swedish.prototype = original.prototype;
	swedish.supportedLocalesOf = original.supportedLocalesOf.bind(original);
	Intl.DateTimeFormat = swedish;
	if (window.flatpickr) {
		window.flatpickr.localize(swedishCalendar);
	}
}
