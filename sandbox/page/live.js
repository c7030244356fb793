// Keeps the page in step with the portal, without taking away what a person is looking at or about to
// press: only the parts that changed are exchanged, and none while a mouse is busy or text is selected.

const pauseMilliseconds = 1500;
const handMilliseconds = 1500;
const isLive = document.body.dataset.live === 'on';
let isPressed = false;
let movedAt = 0;

document.addEventListener('pointerdown', () => (isPressed = true));
document.addEventListener('pointerup', () => (isPressed = false));
document.addEventListener('pointercancel', () => (isPressed = false));
document.addEventListener('pointermove', () => (movedAt = Date.now()));

/** Whether somebody is about to press something, so that nothing may move. */
function isBusy() {
	const isAiming =
		Date.now() - movedAt < handMilliseconds && document.querySelector('main :is(button, a):hover');
	return isPressed || Boolean(isAiming) || !(getSelection()?.isCollapsed ?? true);
}

/** @param {Element} part */
function rowsOf(part) {
	return [...part.querySelectorAll('[data-row]')];
}

/** The form that has the focus, to give the focus back to the one that takes its place. */
function focusedForm() {
	const form = document.activeElement?.closest('form');
	return form && { action: form.getAttribute('action'), id: new FormData(form).get('id') };
}

/** @param {ReturnType<typeof focusedForm>} focused */
function focusAgain(focused) {
	if (!focused || document.activeElement !== document.body) return;
	const forms = [...document.querySelectorAll('form')];
	const form = forms.find(
		(other) =>
			other.getAttribute('action') === focused.action &&
			new FormData(other).get('id') === focused.id,
	);
	form?.querySelector('button')?.focus({ preventScroll: true });
}

/** @param {string} page */
function showParts(page) {
	const fresh = new DOMParser().parseFromString(page, 'text/html');
	const focused = focusedForm();
	for (const part of document.querySelectorAll('[data-part]')) {
		const other = fresh.getElementById(part.id);
		if (!other) continue;
		const key = other.innerHTML;
		if (shown.get(part.id) === key) continue;
		const known = new Set(rowsOf(part).map((row) => row.getAttribute('data-row')));
		for (const row of rowsOf(other)) {
			if (!known.has(row.getAttribute('data-row'))) row.classList.add('new');
		}
		shown.set(part.id, key);
		part.replaceChildren(...other.childNodes);
	}
	focusAgain(focused);
}

/** What each part was last given: the browser may show it otherwise. */
const shown = new Map(
	[...document.querySelectorAll('[data-part]')].map((part) => [part.id, part.innerHTML]),
);

async function refresh() {
	const answer = await fetch(location.href.replace(/#.*/, ''), { cache: 'no-store' });
	const page = await answer.text();
	if (answer.ok && !isBusy()) showParts(page);
}

async function keepInStep() {
	// The portal may be away for a while; then it is asked again.
	if (!document.hidden && !isBusy()) await refresh().catch(() => undefined);
	setTimeout(() => void keepInStep(), pauseMilliseconds);
}

document.addEventListener('submit', (event) => {
	const { target } = event;
	if (!(target instanceof HTMLFormElement)) return;
	event.preventDefault();
	const body = new URLSearchParams(/** @type {any} */ (new FormData(target)));
	movedAt = 0;
	void fetch(target.action, { method: 'POST', body, redirect: 'manual' })
		.then(refresh)
		.catch(() => undefined);
});

for (const button of document.querySelectorAll('button[data-copy]')) {
	if (!(button instanceof HTMLButtonElement) || !navigator.clipboard) continue;
	button.hidden = false;
	button.addEventListener('click', () => {
		const copied = document.getElementById(button.dataset.copy ?? '')?.textContent ?? '';
		void navigator.clipboard.writeText(copied).then(() => {
			button.textContent = 'Copied';
			setTimeout(() => (button.textContent = 'Copy'), 2000);
		});
	});
}

if (isLive) setTimeout(() => void keepInStep(), pauseMilliseconds);
