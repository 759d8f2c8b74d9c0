/*
 * Errors in Tasklist end with their cause: when what failed has been done, or when somebody goes on to
 * another task. Tasklist itself leaves them where they are.
 */

const API = '/camunda/api/';

/** The answer that fills the list of tasks. */
const LIST = /\/filter\/[^/]+\/list$/;

/** What has failed since it last went well, by method and address. */
const failed = new Set();

let listed = false;

/** Must be called before the application asks for anything. */
export function watchTrouble() {
	const { open, send } = XMLHttpRequest.prototype;
	const asked = new WeakMap();
	XMLHttpRequest.prototype.open = function (method, address, ...more) {
		asked.set(this, [method, address]);
		return open.call(this, method, address, ...more);
	};
	XMLHttpRequest.prototype.send = function (...body) {
		const [method, address] = asked.get(this) ?? ['GET', ''];
		this.addEventListener('load', () => answered(method, address, this.status));
		this.addEventListener('error', () => answered(method, address, 0));
		this.addEventListener('timeout', () => answered(method, address, 0));
		return send.apply(this, body);
	};
	const { fetch } = window;
	window.fetch = async (resource, ...more) => {
		const method = more[0]?.method ?? resource?.method ?? 'GET';
		const address = String(resource?.url ?? resource);
		try {
			const response = await fetch.call(window, resource, ...more);
			answered(method, address, response.status);
			return response;
		}
		catch (error) {
			if (error?.name !== 'AbortError') {
				answered(method, address, 0);
			}
			throw error;
		}
	};
}

/** What was wrong is not wrong any more, or will be told again. */
export function closeNotices() {
	document.querySelectorAll('[notifications-panel] .alert-danger .close').forEach((button) => button.click());
}

/** @param status that of the answer, 0 if there is none */
function answered(method, address, status) {
	const { pathname } = new URL(address, window.location.href);
	if (!pathname.startsWith(API)) {
		return;
	}
	const what = `${method.toUpperCase()} ${pathname}`;
	if (status === 0 || status >= 400) {
		failed.add(what);
	}
	else {
		if (failed.delete(what)) {
			closeNotices();
		}
		listed ||= LIST.test(pathname);
	}
	sayThatNothingCame(status);
}

/** A page without a single task looks as if there were none to do. */
function sayThatNothingCame(status) {
	const shown = document.querySelector('.kulturlots-trouble');
	if (listed) {
		shown?.remove();
	}
	else if (!shown && (status === 0 || status >= 500)) {
		document.body.prepend(trouble());
	}
}

function trouble() {
	const box = document.createElement('div');
	box.className = 'kulturlots-trouble';
	box.setAttribute('role', 'alert');
	const text = document.createElement('p');
	text.textContent = 'Uppgifterna kunde inte hämtas. Det kan bero på nätet eller på att tjänsten startar om.';
	const again = document.createElement('button');
	again.type = 'button';
	again.className = 'btn btn-primary';
	again.textContent = 'Försök igen';
	again.addEventListener('click', () => window.location.reload());
	box.append(text, again);
	return box;
}
