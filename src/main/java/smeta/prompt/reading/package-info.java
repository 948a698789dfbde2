/**
 * What the readers of all dialects share: a cursor over the body, the draft of a prompt, and how media are measured.
 * May use the words of {@code smeta.prompt}, the Jackson tree and the probes.
 */
@org.jspecify.annotations.NullMarked
package smeta.prompt.reading;
