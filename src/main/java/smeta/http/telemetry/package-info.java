/** Spans of the service for a collector of OpenTelemetry, where one is configured; docs/telemetry.md lists what they hold. */
@org.jspecify.annotations.NullMarked
package smeta.http.telemetry;
