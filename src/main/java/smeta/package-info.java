/**
 * Smeta: what a call to a language model will cost, and whether it fits, before the call is made.
 *
 * <p>Programs use {@link smeta.library}, whose types are promises. Every other package is internal: its types may
 * change without notice, also where Java needs them to be public.
 */
@org.jspecify.annotations.NullMarked
package smeta;
