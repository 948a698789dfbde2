/**
 * What every request reads and what is fetched in the background: catalogue, imports, exchange rates, tokenizers. Uses
 * levels 0 to 5.
 */
@org.jspecify.annotations.NullMarked
package smeta.http.library;
