/**
 * Smeta as a command: {@code smeta estimate request.json --models gpt-4o}. May use the front door of the library,
 * picocli, and Jackson's trees; starts no server.
 */
@org.jspecify.annotations.NullMarked
package smeta.command;
