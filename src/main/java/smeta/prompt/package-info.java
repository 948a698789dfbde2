/**
 * What is about to be sent, whoever's shape it has: the parts of a prompt, the dialects, and the way from one to the
 * other. Each dialect is read in a room of its own beside {@code reading}, which they share. May use the Jackson tree
 * and the probes.
 */
@org.jspecify.annotations.NullMarked
package smeta.prompt;
