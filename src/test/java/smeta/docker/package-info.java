/** The files that a deployment begins with. */
@org.jspecify.annotations.NullMarked
package smeta.docker;
