/** What the service knows: models, the catalogue, imports, exchange rates. Uses the shared rooms of the service. */
@org.jspecify.annotations.NullMarked
package smeta.http.catalogue;
