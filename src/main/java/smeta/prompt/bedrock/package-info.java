/** Amazon Bedrock's Converse and InvokeModel. May use {@code smeta.prompt} and its rooms for reading and for OpenAI. */
@org.jspecify.annotations.NullMarked
package smeta.prompt.bedrock;
