/** {@code POST /v1/calibrations}. Uses the shared rooms of the service and what batches read lines with. */
@org.jspecify.annotations.NullMarked
package smeta.http.calibrations;
