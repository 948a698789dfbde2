/** The fit of a prompt as a bar and in words: prompt, likely reply, longest reply, and where other rates begin. */
import { svg, setAttribute } from './dom.js';
import { number, short } from './format.js';
import { t } from './i18n.js';

const WIDTH = 1000;

export function bar() {
  const parts = ['c', 'r', 'p'].map(name => svg('rect', { class: name, y: 0, height: 10, x: 0, width: 0 }));
  const element = document.createElement('span');
  element.className = 'bar';
  element.append(svg('svg', { viewBox: `0 0 ${WIDTH} 10`, preserveAspectRatio: 'none', 'aria-hidden': 'true', focusable: 'false' }, parts,
    svg('path', { class: 'k', d: '', 'vector-effect': 'non-scaling-stroke' })));
  return element;
}

export function draw(element, estimate, model) {
  const { fit, input_tokens: input, output_tokens: output } = estimate;
  const whole = fit.context ?? fit.max_input;
  setAttribute(element, 'hidden', whole === undefined ? '' : null);
  if (whole === undefined) return;
  const [cap, reply, prompt] = element.firstChild.children;
  const prompted = scale(input.likely, whole);
  setAttribute(prompt, 'width', fit.verdict === 'over' ? WIDTH : prompted);
  setAttribute(prompt, 'class', fit.verdict === 'over' || fit.verdict === 'unsupported' ? 'p no' : 'p');
  setAttribute(reply, 'x', prompted);
  setAttribute(reply, 'width', scale(output.likely, whole));
  setAttribute(cap, 'x', prompted);
  setAttribute(cap, 'width', scale(Math.min(output.high ?? 0, fit.room_for_reply ?? Infinity), whole));
  const ticks = thresholds(model).filter(at => at < whole).map(at => `M${scale(at, whole)} 0V10`).join('');
  setAttribute(element.firstChild.lastChild, 'd', ticks);
  element.title = [`${t('prompt_word')} ${number(input.likely)}`, `${t('reply_likely')} ${number(output.likely)}`,
    ...thresholds(model).map(at => t('next_tier', { n: number(at) }))].join('\n');
}

const scale = (tokens, whole) => Math.min(WIDTH, Math.max(tokens > 0 ? 6 : 0, Math.round(tokens / whole * WIDTH)));

/** The first count that has other rates, of each tier: what is priced `above` a count begins with the next. */
export const thresholds = model => (model.rates?.tiers ?? []).map(tier => tier.above === undefined ? tier.from : tier.above + 1).filter(Number.isFinite);

/** The verdict and what goes with it. */
export function words(estimate, model) {
  const { fit, input_tokens: input } = estimate;
  if (fit.verdict === 'over') return { verdict: t('over', { n: number(fit.over_by) }) };
  if (fit.verdict === 'unsupported') return { verdict: fit.reasons.map(reason => t(reason)).join(', ') };
  const next = thresholds(model).find(at => at > input.likely);
  const near = next !== undefined && input.likely > next / 4 ? t('next_tier', { n: short(next) }) : null;
  const room = fit.room_for_reply === undefined ? null : t('room', { n: short(fit.room_for_reply) });
  return { verdict: t(fit.verdict), more: [room, near].filter(Boolean).join(' · ') };
}
