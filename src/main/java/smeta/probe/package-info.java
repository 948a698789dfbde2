/** What counts in a medium, read from its bytes: pixels, milliseconds, pages. May use PDFBox and the JDK. */
@org.jspecify.annotations.NullMarked
package smeta.probe;
