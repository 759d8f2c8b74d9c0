// Tells what is wrong with the words of this page: missing texts, parts in another language
// that do not say so, texts that run out of their boxes.
({ language, keys, names }) => {
  const faults = [];
  const words = (...all) => new RegExp(`(?<!\\p{L})(${all.join('|')})(?!\\p{L})`, 'iu');
  const swedish = words('och', 'för', 'att', 'inte', 'är', 'eller', 'från', 'med', 'som', 'på', 'när', 'det', 'ett', 'din', 'era');
  const english = words('the', 'and', 'of', 'your', 'you', 'with', 'this', 'are', 'what', 'when', 'who', 'not');
  const finnish = words('ei', 'tai', 'että', 'ovat', 'voit', 'jos', 'myös', 'sekä', 'tämä', 'kaikki', 'kun');
  const foreign = {
    sv: [english, finnish, /ää|yy/i],
    fi: [swedish, english, /å/i],
    en: [swedish, finnish, /[åäö]/i],
  };
  const missing = [new RegExp(`(?<![\\w@/.-])(${keys.join('|')})(\\.[a-z][\\w-]*)+(?![\\w@/])`, 'i'), /\?\?|\{\d|''|\bnull\b/];
  const plain = (text) => names.reduce((rest, name) => rest.split(name).join(' '), text).replace(/\S+@\S+|https?:\S+|\S+\.example\S*/g, ' ');
  const read = (text, spoken, where) => {
    const rest = plain(text);
    for (const pattern of missing) {
      if (pattern.test(rest)) {
        faults.push(`missing text: ${text.trim().slice(0, 80)} (${where})`);
      }
    }
    for (const pattern of foreign[spoken] ?? []) {
      if (pattern.test(rest)) {
        faults.push(`not ${spoken}: ${text.trim().replace(/\s+/g, ' ').slice(0, 80)} (${where})`);
        break;
      }
    }
  };
  const name = (element) => `${element.localName}.${element.className.baseVal ?? element.className}`;

  if (document.documentElement.lang !== language) {
    faults.push(`lang is ${document.documentElement.lang}`);
  }
  read(document.title, language, 'title');
  for (const element of document.body.querySelectorAll('[aria-label], [alt], [title], [placeholder]')) {
    for (const attribute of ['aria-label', 'alt', 'title', 'placeholder']) {
      read(element.getAttribute(attribute) ?? '', element.closest('[lang]').lang, `${name(element)} ${attribute}`);
    }
  }
  for (const link of document.querySelectorAll('.kl-languages a')) {
    if (link.lang !== link.hreflang || !link.lang) {
      faults.push(`the link ${link.textContent} says no language`);
    }
  }

  if (document.documentElement.scrollWidth > document.documentElement.clientWidth) {
    faults.push(`scrolls sideways by ${document.documentElement.scrollWidth - document.documentElement.clientWidth}`);
  }
  const scrolls = (element) => element !== null && element !== document.body
    && (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
  const never = 'svg, script, style, noscript, select';
  const clipped = (element) => element !== null && (element.clientWidth <= 1 && /hidden|clip/.test(getComputedStyle(element).overflowX)
    && getComputedStyle(element).display !== 'inline' || clipped(element.parentElement));
  const unseen = (element) => element.closest(never) !== null || !element.checkVisibility({ visibilityProperty: true })
    || clipped(element);
  const block = (element) => getComputedStyle(element).display === 'inline' ? block(element.parentElement) : element;
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (texts.nextNode()) {
    const node = texts.currentNode;
    const element = node.parentElement;
    if (!node.data.trim() || element.closest('script, style, noscript, textarea, [role=img], [name=municipality]')) {
      continue;
    }
    read(node.data, element.closest('[lang]').lang, name(element));
    if (unseen(element)) {
      continue;
    }
    range.selectNodeContents(node);
    const box = block(element).getBoundingClientRect();
    for (const line of range.getClientRects()) {
      if (line.width > 0 && (line.right > box.right + 1 || line.left < box.left - 1
          || !scrolls(element) && line.right > innerWidth + 1)) {
        faults.push(`runs out of its box: ${node.data.trim().slice(0, 60)} (${name(element)})`);
        break;
      }
    }
  }
  for (const element of document.body.querySelectorAll(':not(input)')) {
    if (unseen(element)) {
      continue;
    }
    const { overflowX, overflowY } = getComputedStyle(element);
    if (/hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 1
        || /hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 1) {
      faults.push(`cut: ${element.textContent.trim().slice(0, 60)} (${name(element)})`);
    }
  }
  return faults;
}
