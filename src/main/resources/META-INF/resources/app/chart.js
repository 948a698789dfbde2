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
      ctx.font = `600 12px ${chart.options.font.family ?? 'sans-serif'}`;
      ctx.fillStyle = line.borderColor;
      const width = ctx.measureText(line.crossing.text).width;
      ctx.fillText(line.crossing.text, Math.min(point.x + 8, chartArea.right - width), Math.max(point.y - 8, chartArea.top + 12));
      ctx.restore();
    });
  },
};

/**
 * @param lines  {label, values, group, crossing}: a group's lines have one colour; every group but the first of a pair is dotted
 * @param limit  null for none
 * @return a chart that its next drawing replaces
 */
export async function draw(canvas, { months, lines, limit, limitLabel, money, before }) {
  const Chart = await library();
  before?.destroy();
  const theme = getComputedStyle(document.body);
  const dark = isDark();
  const text = theme.color;
  const grid = dark ? '#363d49' : '#d5dae2';
  const colours = COLOURS[dark ? 'dark' : 'light'];
  const datasets = lines.map(line => ({ label: line.label, data: line.values, borderColor: colours[line.group % colours.length],
    backgroundColor: colours[line.group % colours.length], borderDash: line.second ? [2, 4] : [], borderWidth: 2.5, tension: 0, crossing: line.crossing,
    pointRadius: line.values.map((_, i) => i === line.crossing?.index ? 6 : 2.5), pointStyle: ['circle', 'rect', 'triangle', 'rectRot', 'star'][line.group % 5] }));
  if (limit !== null) {
    datasets.push({ label: limitLabel, data: months.map(() => limit), borderColor: dark ? '#ff9aa2' : '#a31621', backgroundColor: 'transparent',
      borderDash: [8, 5], borderWidth: 2, pointRadius: 0, pointHitRadius: 0 });
  }
  Chart.defaults.font.family = theme.fontFamily;
  return new Chart(canvas, { type: 'line', data: { labels: months, datasets }, plugins: [crossings], options: {
    animation: false, maintainAspectRatio: false, color: text, interaction: { mode: 'index', intersect: false },
    plugins: { legend: { labels: { color: text, usePointStyle: true } },
      tooltip: { callbacks: { label: item => `${item.dataset.label}: ${money(item.raw)}` } } },
    scales: { x: { ticks: { color: text }, grid: { color: grid } },
      y: { beginAtZero: true, ticks: { color: text, callback: value => money(value, true) }, grid: { color: grid } } } } });
}

export function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
}
