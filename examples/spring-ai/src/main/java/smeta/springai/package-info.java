/** An example to copy: Spring AI asks Smeta before each call, and settles after it. */
@org.jspecify.annotations.NullMarked
package smeta.springai;
