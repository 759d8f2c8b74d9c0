// Lists where the Tab key has to stop on this page and, at each stop, notes what a person
// who sees no pointer would see. window.walk.faults() tells what was wrong.
() => {
  const shown = (element) => element.checkVisibility({ visibilityProperty: true });
  const oneOfGroup = (element, all) => element.type !== 'radio' || element.checked
    || !all.some((other) => other.name === element.name && other.type === 'radio' && other.checked)
      && all.find((other) => other.name === element.name) === element;
  const reachable = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, iframe, [tabindex]')]
    .filter((element) => element.tabIndex >= 0 && !element.disabled && element.type !== 'hidden' && shown(element));
  const expected = reachable.filter((element) => oneOfGroup(element, reachable));

  // a card shows the focus of the link in it
  const around = (element) => [element, element.closest('.kl-card')].filter(Boolean);
  const look = (element) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return { outline: outlineStyle !== 'none' && parseFloat(outlineWidth) > 0, boxShadow };
  };
  const before = new Map(expected.flatMap(around).map((element) => [element, look(element)]));
  const tell = (element) => element ? element.cloneNode(false).outerHTML + (element.textContent ?? '').trim().slice(0, 40) : 'nothing';
  const faults = [];
  const reached = [];

  const visible = (element) => around(element).some((each) => {
    const now = look(each);
    const then = before.get(each);
    return now.outline && !then?.outline || now.boxShadow !== 'none' && now.boxShadow !== then?.boxShadow;
  });
  const uncovered = (element) => {
    const box = element.getClientRects()[0];
    const x = (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2;
    const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
    const on = document.elementFromPoint(x, y);
    return on !== null && (element.contains(on) || on.closest('label')?.control === element);
  };
  addEventListener('keyup', ({ key }) => {
    const element = document.activeElement;
    if (key !== 'Tab' || element === document.body) {
      return;
    }
    reached.push(element);
    if (!visible(element)) {
      faults.push(`no visible focus: ${tell(element)}`);
    }
    if (!uncovered(element)) {
      faults.push(`covered or out of sight: ${tell(element)}`);
    }
  });
  window.walk = {
    stops: () => expected.length,
    faults: () => {
      const wrong = expected.findIndex((element, i) => element !== reached[i]);
      if (wrong >= 0) {
        faults.push(`stop ${wrong} of ${expected.length} should be ${tell(expected[wrong])} and is ${tell(reached[wrong])}`);
      }
      if (!expected[0].matches('.ds-skip-link')) {
        faults.push(`the first stop is ${tell(expected[0])}`);
      }
      // a browser without a bar of its own begins anew
      if (![document.body, expected[0]].includes(document.activeElement)) {
        faults.push(`no way out after ${tell(document.activeElement)}`);
      }
      return faults;
    },
  };
}
