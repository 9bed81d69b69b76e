// @ts-check
/**
 * What a script adds to a page of text: its size at once, and a voice. It is served as it stands, since a page of text
 * comes without the program's scripts: on a slow line those would cost more than the text.
 */

const sizes = ['text-large', 'text-largest'];

/** What is read one after the other. A pair of speaker and words is one. */
const pieces = 'h2, h3, h4, p, li, dt, dd, blockquote, figcaption, td, th, .said, .side-word, .choice';
const passedOver = 'nav, form, button, [hidden], [aria-hidden="true"], .sr-only, .unread, .scenario-turns';

/**
 * @param {Element} root
 * @returns {Element[]}
 */
export function piecesIn(root) {
  return [...root.querySelectorAll(pieces)].filter((piece) => {
    const inside = piece.parentElement?.closest('.said, .choice');
    const holdsOthers = !piece.matches('.said, .choice') && piece.querySelector(pieces) !== null;
    const isOut = piece.closest(passedOver);
    return !inside && !holdsOthers && !(isOut && root.contains(isOut)) && wordsOf(piece) !== '';
  });
}

/**
 * What is said of a piece: who speaks, before what they say.
 * @param {Element} piece
 * @returns {string}
 */
export function wordsOf(piece) {
  const text = (/** @type {Element | null} */ from) => (from?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const who = text(piece.querySelector('.said-who'));
  return who === '' ? text(piece) : `${who}: ${text(piece.querySelector('.said-words'))}`;
}

const bare = (/** @type {string} */ language) => language.toLowerCase().split(/[-_]/, 1)[0] ?? '';

/** @param {string} language */
function voiceFor(language) {
  const voices = window.speechSynthesis.getVoices();
  return (
    voices.find((voice) => voice.lang.toLowerCase() === language.toLowerCase()) ??
    voices.find((voice) => bare(voice.lang) === bare(language))
  );
}

/** @param {Element} element */
const languageOf = (element) => element.closest('[lang]')?.getAttribute('lang') ?? 'en';

/**
 * Play, pause and stop. To pause is to be silent and begin the same piece again: some browsers know no other pause.
 * @param {HTMLElement} control
 * @returns {() => void}
 */
function attachVoice(control) {
  const text = document.getElementById(control.dataset.readAloud ?? '');
  const [toggle, stop] = control.querySelectorAll('button');
  if (!text || !toggle || !stop || !window.speechSynthesis?.getVoices || !window.SpeechSynthesisUtterance)
    return () => {};
  const voice = window.speechSynthesis;
  let at = 0;
  let isSpeaking = false;
  /** @type {SpeechSynthesisUtterance | null} */
  let spoken = null;
  /** @type {Element | null} */
  let marked = null;

  const mark = (/** @type {Element | null} */ piece) => {
    marked?.classList.remove('being-read');
    marked = piece;
    if (!piece) return;
    piece.classList.add('being-read');
    const { top, bottom } = piece.getBoundingClientRect();
    if (top < 0 || bottom > window.innerHeight * 0.8) piece.scrollIntoView({ block: 'center' });
  };
  const show = () => {
    const word = isSpeaking ? 'pause' : marked ? 'goOn' : 'play';
    toggle.textContent = control.dataset[word] ?? '';
    stop.hidden = !marked;
  };
  const hush = () => {
    isSpeaking = false;
    spoken = null;
    voice.cancel();
  };
  const end = () => {
    if (document.activeElement === stop) toggle.focus();
    hush();
    at = 0;
    mark(null);
    show();
  };
  const say = () => {
    const piece = piecesIn(text)[at];
    if (!piece) return end();
    const one = new window.SpeechSynthesisUtterance(wordsOf(piece));
    one.lang = languageOf(piece);
    one.voice = voiceFor(one.lang) ?? null;
    one.addEventListener('end', () => {
      if (spoken !== one) return;
      at += 1;
      say();
    });
    one.addEventListener('error', () => {
      if (spoken === one) end();
    });
    spoken = one;
    mark(piece);
    voice.speak(one);
  };
  const press = () => {
    if (isSpeaking) hush();
    else {
      voice.cancel();
      isSpeaking = true;
      say();
    }
    show();
  };
  const offer = () => {
    control.hidden = voiceFor(languageOf(text)) === undefined;
  };

  offer();
  show();
  toggle.addEventListener('click', press);
  stop.addEventListener('click', end);
  voice.addEventListener?.('voiceschanged', offer);
  window.addEventListener('pagehide', hush);
  return () => {
    end();
    control.hidden = true;
    toggle.removeEventListener('click', press);
    stop.removeEventListener('click', end);
    voice.removeEventListener?.('voiceschanged', offer);
    window.removeEventListener('pagehide', hush);
  };
}

/**
 * The size changes at once, and is kept behind it.
 * @param {HTMLFormElement} form
 * @returns {() => void}
 */
function attachSizes(form) {
  const choose = (/** @type {SubmitEvent} */ event) => {
    const button = event.submitter;
    if (!(button instanceof HTMLButtonElement)) return;
    event.preventDefault();
    document.documentElement.classList.remove(...sizes);
    if (button.value !== 'normal') document.documentElement.classList.add(`text-${button.value}`);
    for (const one of form.querySelectorAll('button')) {
      one.setAttribute('aria-pressed', String(one === button));
    }
    const body = new URLSearchParams({ size: button.value });
    void fetch(form.action, { method: 'POST', body, redirect: 'manual', keepalive: true }).catch(() => {});
  };
  form.addEventListener('submit', choose);
  return () => form.removeEventListener('submit', choose);
}

/** A second press while the first is under way is not sent. */
function attachOnce() {
  /** @type {Set<EventTarget | null>} */
  const sent = new Set();
  const once = (/** @type {SubmitEvent} */ event) => {
    if (event.defaultPrevented) return;
    if (sent.has(event.target)) event.preventDefault();
    else sent.add(event.target);
  };
  const again = () => sent.clear();
  window.addEventListener('submit', once);
  window.addEventListener('pageshow', again);
  return () => {
    window.removeEventListener('submit', once);
    window.removeEventListener('pageshow', again);
  };
}

/**
 * Returns how to take it all away again.
 * @returns {() => void}
 */
export function attachReading() {
  /** @type {HTMLElement[]} */
  const controls = [...document.querySelectorAll('[data-read-aloud]')].filter(
    (one) => one instanceof HTMLElement,
  );
  /** @type {HTMLFormElement[]} */
  const forms = [...document.querySelectorAll('form[data-text-size]')].filter(
    (one) => one instanceof HTMLFormElement,
  );
  const attached = [...controls.map(attachVoice), ...forms.map(attachSizes)];
  return () => {
    for (const detach of attached) detach();
  };
}

// Loaded by itself it has nobody to call it.
if (import.meta.url.endsWith('#alone')) {
  attachReading();
  attachOnce();
}
