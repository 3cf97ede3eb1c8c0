const [width, height, floor] = [700, 180, 150];

export function drawUsage(chart, rows) {
  const days = [...rows].map(row => [...row.cells].map(cell => cell.textContent.trim()));
  const highest = Math.ceil(Math.max(...days.map(([, down, up]) => Number(down) + Number(up))) / 20) * 20;
  const slot = (width - 40) / days.length;
  const tall = amount => (amount / highest) * (floor - 16);

  for (let amount = 0; amount <= highest; amount += highest / 4) {
    const y = floor - tall(amount);
    chart.append(shape('line', {class: 'grid', x1: 40, x2: width, y1: y, y2: y}));
    if (amount % (highest / 2) === 0) chart.append(shape('text', {x: 0, y: y + 4}, String(amount)));
  }
  days.forEach(([day, down, up], index) => {
    const x = 40 + index * slot + slot * 0.2;
    const bar = {x, width: slot * 0.6, rx: 3};
    const [downTall, upTall] = [tall(Number(down)), tall(Number(up))];
    chart.append(shape('rect', {...bar, class: 'down', y: floor - downTall, height: downTall}));
    chart.append(shape('rect', {...bar, class: 'up', y: floor - downTall - upTall - 2, height: upTall}));
    if (index % 4 === 0) chart.append(shape('text', {x, y: height - 8}, day));
  });
}

function shape(name, attributes, text = '') {
  const node = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  node.textContent = text;
  return node;
}
