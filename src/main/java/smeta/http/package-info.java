/** The HTTP service: resources, query vocabulary, problems, JSON. The only room that knows Quarkus. */
@org.jspecify.annotations.NullMarked
package smeta.http;
