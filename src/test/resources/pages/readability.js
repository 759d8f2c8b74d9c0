// How easy a page is to read: the words and sentences of its running text, without headings,
// labels and buttons, and without what the authority or people have written themselves.
// What that is stands in the same page in another language, where it carries its own.
(() => {
  const place = (element) => element.matches('main') ? []
    : [...place(element.parentElement), [...element.parentElement.children].indexOf(element)];
  const at = (steps) => steps.reduce((element, step) => element?.children[step], document.querySelector('main'));
  const BLOCKS = 'p, li, dd, td, blockquote';

  const text = (block, written, names) => {
    const copy = block.cloneNode(true);
    const all = [block, ...block.querySelectorAll('*')];
    const copies = [copy, ...copy.querySelectorAll('*')];
    all.forEach((element, index) => {
      if (written.includes(element) || element.matches('.ds-sr-only, code, a[href^="mailto:"], bdi')) {
        copies[index].textContent = '';
      }
    });
    return names.reduce((said, name) => said.replaceAll(name, ''), copy.textContent).replace(/\S*[@\d]\S*/g, ' ').trim();
  };

  return {
    written: () => [...document.querySelectorAll('main [lang]')].map(place),

    measure: ({ written, names }) => {
      const theirs = [...written.map(at).filter(Boolean), ...document.querySelectorAll('.kl-said, [dir=auto], main [lang=""]')];
      const blocks = [...document.querySelectorAll('main :is(p, li, dd, td, blockquote)')]
        .filter((block) => !block.querySelector(BLOCKS) && !theirs.some((one) => one.contains(block)));
      const sentences = blocks.map((block) => text(block, theirs, names))
        .filter((said) => /[.!?:]\s*$/.test(said))
        .flatMap((said) => said.split(/[.!?:]+(?:\s|$)/))
        .map((sentence) => sentence.match(/\p{L}[\p{L}-]*/gu) ?? [])
        .filter((words) => words.length > 0);
      const words = sentences.flat();
      return {
        sentences: sentences.length,
        words: words.length,
        long: words.filter((word) => word.length > 6).length,
        text: document.querySelector('main').innerText,
      };
    },
  };
})()
