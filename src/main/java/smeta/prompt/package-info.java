/**
 * What is about to be sent, whoever's shape it has: dialects, their readers, and the parts they find. May use the
 * Jackson tree and the probes.
 */
@org.jspecify.annotations.NullMarked
package smeta.prompt;
