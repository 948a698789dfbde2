/** Smeta: what a call to a language model will cost, and whether it fits, before the call is made. */
@org.jspecify.annotations.NullMarked
package smeta;
