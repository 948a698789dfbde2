/** {@code POST /v1/estimates}. Uses the shared rooms of the service. */
@org.jspecify.annotations.NullMarked
package smeta.http.estimates;
