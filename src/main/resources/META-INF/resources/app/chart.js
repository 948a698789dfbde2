/** The library for charts comes when the first chart is drawn: a file of its own, from the same place as the page. */
const LIBRARY = '/webjars/chart.js/4.5.1/dist/chart.umd.min.js';
const COLOURS = { light: ['#1656b3', '#a3480b', '#176b3a', '#8a2f7d', '#7d5200', '#0b6a70', '#a31621', '#4b4f8f'],
  dark: ['#86b6ff', '#ffb27d', '#6fd598', '#f0a1e3', '#f2c063', '#6fd6db', '#ff9aa2', '#b9bdf5'] };
let loading = null;

function library() {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = LIBRARY;
    script.onload = () => resolve(window.Chart);
    script.onerror = () => {
      loading = null;
      script.remove();
      reject(new Error(LIBRARY));
    };
    document.head.append(script);
  });
  return loading;
}

/** Where a line passes the limit, its month is written beside the point. */
const crossings = {
  id: 'crossings',
  afterDatasetsDraw(chart) {
    const { ctx, chartArea } = chart;
    chart.data.datasets.forEach((line, index) => {
      const point = line.crossing && chart.getDatasetMeta(index).data[line.crossing.index];
      if (!point || !chart.isDatasetVisible(index)) return;
      ctx.save();
      ctx.font = `600 12px ${getComputedStyle(document.body).fontFamily}`;
      ctx.textAlign = 'center';
      const half = ctx.measureText(line.crossing.text).width / 2;
      const x = Math.min(Math.max(point.x, chartArea.left + half), chartArea.right - half);
      const y = Math.max(point.y - 12, chartArea.top + 12);
      ctx.lineWidth = 4;
      ctx.strokeStyle = isDark() ? '#1c2027' : '#ffffff';
      ctx.strokeText(line.crossing.text, x, y);
      ctx.fillStyle = line.borderColor;
      ctx.fillText(line.crossing.text, x, y);
      ctx.restore();
    });
  },
};

/** The library, and the colours of the page's theme; the chart before is taken away. */
async function prepared(before) {
  const Chart = await library();
  before?.destroy();
  const theme = getComputedStyle(document.body);
  const dark = isDark();
  Chart.defaults.font.family = theme.fontFamily;
  return { Chart, dark, text: theme.color, grid: dark ? '#363d49' : '#d5dae2', colours: COLOURS[dark ? 'dark' : 'light'] };
}

/**
 * @param lines  {label, values, group, crossing}: a group's lines have one colour; every group but the first of a pair is dotted
 * @param limit  null for none
 * @return a chart that its next drawing replaces
 */
export async function draw(canvas, { months, lines, limit, limitLabel, money, before }) {
  const { Chart, dark, text, grid, colours } = await prepared(before);
  const datasets = lines.map(line => ({ label: line.label, data: line.values, borderColor: colours[line.group % colours.length],
    backgroundColor: colours[line.group % colours.length], borderDash: line.second ? [2, 4] : [], borderWidth: 2.5, tension: 0, crossing: line.crossing,
    pointRadius: line.values.map((_, i) => i === line.crossing?.index ? 6 : 2.5), pointStyle: ['circle', 'rect', 'triangle', 'rectRot', 'star'][line.group % 5] }));
  if (limit !== null) {
    datasets.push({ label: limitLabel, data: months.map(() => limit), borderColor: dark ? '#ff9aa2' : '#a31621', backgroundColor: 'transparent',
      borderDash: [8, 5], borderWidth: 2, pointRadius: 0, pointHitRadius: 0 });
  }
  return new Chart(canvas, { type: 'line', data: { labels: months, datasets }, plugins: [crossings], options: {
    animation: false, maintainAspectRatio: false, color: text, interaction: { mode: 'index', intersect: false },
    plugins: { legend: { labels: { color: text, usePointStyle: true, boxHeight: 6 } },
      tooltip: { callbacks: { label: item => `${item.dataset.label}: ${money(item.raw)}` } } },
    scales: { x: { ticks: { color: text }, grid: { color: grid } },
      y: { beginAtZero: true, ticks: { color: text, callback: value => money(value, true) }, grid: { color: grid } } } } });
}

/**
 * Bars of several groups beside each other.
 *
 * @param groups {label, values}: a value for each label, null for none
 * @return a chart that its next drawing replaces
 */
export async function drawBars(canvas, { labels, groups, title, text: write, before }) {
  const { Chart, text, grid, colours } = await prepared(before);
  const datasets = groups.map((group, i) => ({ label: group.label, data: group.values, backgroundColor: colours[i], borderColor: text, borderWidth: i, borderSkipped: false }));
  return new Chart(canvas, { type: 'bar', data: { labels, datasets }, options: {
    animation: false, maintainAspectRatio: false, color: text, interaction: { mode: 'index', intersect: false },
    plugins: { legend: { labels: { color: text } }, tooltip: { callbacks: { label: item => `${item.dataset.label}: ${item.raw === null ? '—' : write(item.raw)}` } } },
    scales: { x: { title: { display: true, text: title, color: text }, ticks: { color: text }, grid: { color: grid } },
      y: { beginAtZero: true, ticks: { color: text, callback: value => write(value) }, grid: { color: grid } } } } });
}

export function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
}
