/**
 * What the table begins with, by maker: of each the large, the middle and the small model of the newest generation that
 * its own list sells, and those before it that programs written earlier still name. Not a ranking, and no statement on
 * quality; whoever looks for another model finds it by search or under “everything”. Reviewed 2026-11-28.
 */
const BY_MAKER = {
  openai: { now: ['gpt-6.2-sol', 'gpt-6.1-terra', 'gpt-6-luna', 'gpt-5.4-mini'], before: ['gpt-5', 'gpt-5-mini', 'gpt-4.1', 'gpt-4o', 'gpt-4o-mini', 'o3'] },
  anthropic: { now: ['claude-opus-5.5', 'claude-sonnet-5.5', 'claude-haiku-5.5'], before: ['claude-sonnet-4-6', 'claude-sonnet-4-5-20250929', 'claude-haiku-4-5-20251001'] },
  google: { now: ['gemini-4-argon', 'gemini-3.8-flash', 'gemini-3.5-flash-lite'], before: ['gemini-2.5-pro', 'gemini-2.5-flash'] },
  deepseek: { now: ['deepseek-v4-pro', 'deepseek-flash'], before: ['deepseek-chat'] },
  dashscope: { now: ['qwen3.8-max', 'qwen-flash'], before: ['qwen-plus', 'qwen-turbo'] },
  moonshot: { now: ['kimi-k3.1-pro'], before: ['kimi-k2.6'] },
  xai: { now: ['grok-4.7'], before: [] },
  mistral: { now: ['mistral-large-2512', 'mistral-small-2603'], before: [] },
  gigachat: { now: ['GigaChat-3-Ultra'], before: ['GigaChat-2-Max', 'GigaChat-2-Lite'] },
};

export const KNOWN = new Set(Object.entries(BY_MAKER).flatMap(([maker, { now, before }]) => [...now, ...before].map(name => `${maker}/${name}`)));
