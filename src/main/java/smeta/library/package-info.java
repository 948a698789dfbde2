/**
 * The front door for Java programs: what a call costs and whether it fits, in the program's own process. May use every
 * room below the service. Its public types are promises, which {@code public-api.txt} lists; every other package of
 * Smeta is internal and may change without notice.
 */
@org.jspecify.annotations.NullMarked
package smeta.library;
