import { lists, tables } from "./pasted.js";

// Word processors bring markup that means nothing here. Styles are read as text: under the policy `element.style` is empty.
export function cleanPaste(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  page.querySelectorAll("script,style,meta,link,title,o\\:p").forEach((node) => node.remove());
  tables(page);
  lists(page);
  page.querySelectorAll("b[id^=docs-internal-guid]").forEach((node) => node.replaceWith(...node.childNodes));
  for (const node of page.querySelectorAll("span[style]")) {
    const style = node.getAttribute("style");
    const wanted = [/font-weight:\s*(bold|[6-9]00)/i.test(style) && "strong", /font-style:\s*italic/i.test(style) && "em"];
    for (const name of wanted.filter(Boolean)) {
      const wrapper = page.createElement(name);
      wrapper.append(...node.childNodes);
      node.append(wrapper);
    }
  }
  for (const node of page.body.querySelectorAll("*")) {
    for (const { name } of [...node.attributes]) if (name !== "href") node.removeAttribute(name);
  }
  // Empty lines are how Word and Google keep paragraphs apart.
  page.body.querySelectorAll("p, :is(p, div, ul, ol, h2, h3, table) + br").forEach((node) => { if (!node.textContent.trim() && !node.querySelector("img")) node.remove(); });
  return page.body.innerHTML;
}
