/** An example to copy: LangChain4j asks Smeta before each call, and settles after it. */
@org.jspecify.annotations.NullMarked
package smeta.langchain4j;
