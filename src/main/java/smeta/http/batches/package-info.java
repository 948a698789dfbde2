/** {@code POST /v1/batches}. Uses the shared rooms of the service and the shape of an estimate. */
@org.jspecify.annotations.NullMarked
package smeta.http.batches;
