// Word processors bring markup that means nothing here. Styles are read as text: under the policy `element.style` is empty.
export function cleanPaste(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  page.querySelectorAll("script,style,meta,link,title,o\\:p").forEach((node) => node.remove());
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
  return page.body.innerHTML;
}
