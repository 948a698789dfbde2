/** The page in a real browser: what a person sees, against the service that answers. */
@org.jspecify.annotations.NullMarked
package smeta.page;
