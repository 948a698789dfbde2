/** The texts that the benchmark counts: found on the machine, in this repository, or made. Uses the JDK and Jackson. */
@NullMarked
package smeta.bench;

import org.jspecify.annotations.NullMarked;
