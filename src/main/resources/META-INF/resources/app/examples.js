/** Prompts to begin with, written for this page. */
const LETTER = `Уважаемая Анна Сергеевна!

Благодарим за обращение по заказу № 48-117 от 3 ноября. Мы проверили маршрут: посылка прибыла на склад в Казани 9 ноября, но из-за ошибки в индексе её отправили не в тот пункт выдачи. Сегодня ошибка исправлена, и курьер привезёт заказ по вашему адресу 14 ноября с 10:00 до 14:00.

Если это время неудобно, ответьте, пожалуйста, на письмо или позвоните по телефону, который указан в личном кабинете, — мы подберём другой день. За задержку возвращаем стоимость доставки, 390 рублей: деньги поступят на карту в течение трёх рабочих дней.

Просим прощения за неудобства.

С уважением,
служба поддержки

---
Перескажи письмо двумя предложениями и составь вежливый ответ с просьбой перенести доставку на вечер.`;

const CHINESE = `请把下面的会议记录整理成一份不超过三百字的摘要，并列出每项任务的负责人和截止日期。

时间：十一月十二日下午两点。地点：三楼会议室。

王敏先介绍了新版订单系统的进展：接口测试已经完成百分之八十，剩下的退款流程要等支付团队给出说明，预计下周三之前可以结束。李强认为目前最大的风险是高峰期的响应时间，他建议在上线前做一次压力测试，由他负责准备脚本，十一月二十日前交付。

赵雪补充说，客服部门已经收到二十多条关于发票抬头的反馈，希望这次一起解决。大家同意把这个问题列为优先事项，由赵雪在本周五之前写出需求说明。会议最后决定：正式上线时间定在十二月一日，如果压力测试不通过，就推迟一周。`;

/** A picture of 640 × 480 stripes, so that there is something to measure. */
const PICTURE = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAoAAAAHgAQAAAAAdquFJAAAAoElEQVR42u3MMQEAAAwCIPtHMaUltg8CkB6LUCgUCoVCoVAoFAqFQqFQKBQKhUKhUCgUCoVCoVAoFAqFQqFQKBQKhUKhUCgUCoVCoVAoFAqFQqFQKBQKhUKhUCgUCoVCoVAoFAqFQqFQKBQKhUKhUCgUCoVCoVAoFAqFQqFQKBQKhUKhUCgUCoVCoVAoFAqFQqFQKBQKhUKhUCgUCoVCoVAoFAqFQqFQKBQKhUKhUCgUCoXC/4QAnLqHOzHTG4QAAAABJRU5ErkJggg==';

const TOOLS = {
  model: 'gpt-4o',
  max_completion_tokens: 2000,
  messages: [
    { role: 'system', content: 'You are an assistant of a travel agency. Answer briefly, with prices.' },
    { role: 'user', content: [
      { type: 'text', text: 'Where was this taken, and what will the weather be there next weekend?' },
      { type: 'image_url', image_url: { url: PICTURE, detail: 'high' } },
    ] },
  ],
  tools: [
    { type: 'function', function: { name: 'get_weather', description: 'Weather forecast for a place and a day',
      parameters: { type: 'object', required: ['place', 'day'], properties: {
        place: { type: 'string', description: 'City and country' },
        day: { type: 'string', description: 'ISO 8601 date' },
        unit: { type: 'string', enum: ['celsius', 'fahrenheit'] } } } } },
    { type: 'function', function: { name: 'find_hotel', description: 'Hotels near a place, cheapest first',
      parameters: { type: 'object', required: ['place'], properties: {
        place: { type: 'string' }, nights: { type: 'integer', minimum: 1 }, guests: { type: 'integer', minimum: 1 } } } } },
  ],
};

const SUBJECTS = ['Definitions', 'Scope of the Services', 'Term', 'Fees and Invoices', 'Personnel', 'Acceptance', 'Changes', 'Confidential Information',
  'Intellectual Property', 'Personal Data', 'Warranties', 'Limitation of Liability', 'Insurance', 'Suspension', 'Termination', 'Transition Assistance',
  'Records and Audit', 'Subcontracting', 'Force Majeure', 'Notices', 'Governing Law', 'Disputes', 'Assignment', 'Entire Agreement'];
const CLAUSES = [
  (subject, n) => `The provisions on ${subject} apply to every order form that the parties sign under this Agreement, unless that order form names the provision from which it departs and gives the reason. A departure in one order form has no effect on any other.`,
  (subject, n) => `Within ${n + 5} business days after a written request, the Supplier shall give the Customer a report on ${subject} that states what was done, what remains to be done, by whom, and which of the dates in Schedule ${n % 7 + 1} can no longer be kept.`,
  (subject, n) => `If either party learns of a circumstance that may affect ${subject}, it shall tell the other without undue delay. The parties shall then meet within ${n % 9 + 2} days, in person or by telephone, and try in good faith to agree on a remedy before any right under Section ${n % 24 + 1} is exercised.`,
  (subject, n) => `The Customer may withhold that part of an invoice which it disputes in good faith on account of ${subject}, provided that it pays the undisputed part when due and explains its objection in writing within ${n + 10} days after receipt. Interest accrues on neither part while the dispute is pending.`,
  (subject, n) => `Nothing in this Section obliges a party to disclose information whose disclosure would breach a duty owed to a third person; it shall, however, say that such information exists and what effect on ${subject} is to be expected from it.`,
  (subject, n) => `The obligations on ${subject} survive the end of this Agreement for ${n % 5 + 1} years, or for as long as the law of the place of performance requires, whichever is longer.`,
];

function contract() {
  const parts = ['MASTER SERVICES AGREEMENT\n\nBetween the Customer and the Supplier, each a "party" and together the "parties".\n'];
  for (let schedule = 1; schedule <= 4; schedule++) {
    parts.push(`\nPART ${schedule}\n`);
    SUBJECTS.forEach((subject, i) => {
      parts.push(`\n${schedule}.${i + 1} ${subject}\n`);
      CLAUSES.forEach((clause, j) => parts.push(`(${'abcdef'[j]}) ${clause(subject.toLowerCase(), i + j + schedule)}\n`));
    });
  }
  parts.push('\n---\nList every date and period in this agreement, and the clauses that are unusual for the Customer.');
  return parts.join('');
}

const picture = () => JSON.stringify({ model: 'gpt-image-1', prompt: 'A lighthouse on a rock at dawn, seen from the sea, in watercolour.', size: '1024x1024', quality: 'medium', n: 1 }, null, 2);
const speech = () => JSON.stringify({ model: 'gpt-4o-mini-tts', voice: 'alloy', input: 'Поезд до Казани отправится со второго пути через десять минут. Просьба занять места.' }, null, 2);
const embedding = () => JSON.stringify({ model: 'text-embedding-3-small', input: ['Как вернуть товар, купленный в магазине?', 'Сроки доставки по России', 'Гарантия и ремонт'] }, null, 2);

export const EXAMPLES = { ex_picture: picture, ex_speech: speech, ex_embedding: embedding,
  ex_ru: () => LETTER, ex_zh: () => CHINESE, ex_tools: () => JSON.stringify(TOOLS, null, 2), ex_en: contract };
