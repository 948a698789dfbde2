/**
 * What people write for a model → which offer of which seller, by written rules; may use nothing but the JDK: it knows
 * names, not models, so that a list of ten thousand need not be loaded to find one.
 */
@NullMarked
package smeta.name;

import org.jspecify.annotations.NullMarked;
