// Lists and tables as other programs copy them: Word's lists are paragraphs with a bullet of letters, Google nests lists beside their
// item, plain text has a bullet at the head of a line; of a table, which has no place in a story, each row becomes a line.
const BULLET = /^[\s\u00a0]*[·•‣▪◦][\s\u00a0]+/;
const NUMBER = /^[\s\u00a0]*\(?(?:\d+|[a-z]|[ivxlc]+)[.)][\s\u00a0]*$/i;
const BLOCKS = "p,div,ul,ol,table,blockquote,h1,h2,h3,h4,h5,h6";

export function lists(page) {
  page.querySelectorAll(":is(ul, ol) > :is(ul, ol)").forEach((inner) => inner.previousElementSibling?.append(inner));
  let open = []; // the lists that the next item may belong to, the outermost first
  let last = null;
  for (const line of [...page.querySelectorAll("p")]) {
    const item = itemOf(line);
    if (!item || line.closest("li")) continue;
    if (!last?.isConnected || nextBlock(last) !== line) open = [];
    open.length = Math.min(open.length, item.level);
    if (open.at(-1) && open.length === item.level && open.at(-1).localName !== item.kind) open.pop();
    if (open.length < item.level) {
      const list = page.createElement(item.kind);
      if (open.length) open.at(-1).lastElementChild.append(list);
      else line.before(list);
      open.push(list);
    }
    const made = page.createElement("li"), words = page.createElement("p");
    words.append(...line.childNodes);
    made.append(words);
    open.at(-1).append(made);
    line.remove();
    last = open[0];
  }
}

// Which list a paragraph belongs to, and how deep; its bullet is taken away. Nothing where it is a paragraph.
function itemOf(line) {
  const style = line.getAttribute("style") ?? "";
  const marker = [...line.querySelectorAll("[style]")].find((one) => /mso-list:\s*ignore/i.test(one.getAttribute("style")));
  if (marker || /mso-list:\s*l\d/i.test(style)) {
    const kind = NUMBER.test(marker?.textContent ?? "") ? "ol" : "ul";
    marker?.remove();
    return { kind, level: Math.max(1, Number(/level(\d+)/i.exec(style)?.[1] ?? 1)) };
  }
  const first = firstWords(line);
  if (!first || !BULLET.test(first.data)) return null;
  first.data = first.data.replace(BULLET, "");
  return { kind: "ul", level: 1 };
}

// The first words of a paragraph, wherever in its markup they stand.
function firstWords(line) {
  const walk = line.ownerDocument.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) if (walk.currentNode.data.trim()) return walk.currentNode;
  return null;
}

function nextBlock(list) {
  let node = list.nextSibling;
  while (node && !(node.nodeType === Node.ELEMENT_NODE || node.data?.trim())) node = node.nextSibling;
  return node;
}

// The innermost table first. One cell in a row is layout, and what stands in it stays as it is.
export function tables(page) {
  for (const table of [...page.querySelectorAll("table")].reverse()) {
    const made = page.createDocumentFragment();
    for (const row of table.querySelectorAll("tr")) {
      const cells = [...row.cells].filter((cell) => cell.textContent.trim());
      if (cells.length === 1 && cells[0].querySelector(BLOCKS)) made.append(...cells[0].childNodes);
      else if (cells.length) made.append(lineOf(page, cells));
    }
    table.replaceWith(made);
  }
}

function lineOf(page, cells) {
  const line = page.createElement("p");
  cells.forEach((cell, n) => {
    if (n) line.append(" | ");
    cell.querySelectorAll(BLOCKS).forEach((block) => block.replaceWith(...block.childNodes, " "));
    line.append(...cell.childNodes);
  });
  return line;
}

// Plain text that holds a list, as HTML; nothing where it holds none.
export function listsOfText(text) {
  const rows = text.split(/(?:\r\n?|\n)+/).filter((row) => row.trim());
  if (!rows.some((row) => BULLET.test(row))) return "";
  const page = document.implementation.createHTMLDocument("");
  page.body.append(...rows.map((row) => Object.assign(page.createElement("p"), { textContent: row })));
  lists(page);
  return page.body.innerHTML;
}
