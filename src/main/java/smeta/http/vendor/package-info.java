/** The vendors' own count endpoints, in their shapes, errors included. Uses the shared rooms of the service. */
@org.jspecify.annotations.NullMarked
package smeta.http.vendor;
