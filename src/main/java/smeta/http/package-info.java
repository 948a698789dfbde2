/**
 * The HTTP service, the only room that knows Quarkus: a room inside for each feature, and here what stands above all of
 * them, the configuration, the clock and the headers of every answer.
 */
@org.jspecify.annotations.NullMarked
package smeta.http;
