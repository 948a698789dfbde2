/** {@code POST /v1/tokens}. Uses the shared rooms of the service. */
@org.jspecify.annotations.NullMarked
package smeta.http.tokens;
