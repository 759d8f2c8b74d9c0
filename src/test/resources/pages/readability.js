// The text of a page, paragraph by paragraph, without what the authority or people have written.
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
    return names.reduce((said, name) => said.replaceAll(name, ''), copy.textContent).trim();
  };

  return {
    written: () => [...document.querySelectorAll('main [lang]')].map(place),

    read: ({ written, names }) => {
      const theirs = [...written.map(at).filter(Boolean), ...document.querySelectorAll('.kl-said, [dir=auto], main [lang=""]')];
      return [...document.querySelectorAll(`main :is(${BLOCKS})`)]
        .filter((block) => !block.querySelector(BLOCKS) && !theirs.some((one) => one.contains(block)))
        .map((block) => text(block, theirs, names));
    },
  };
})()
