/** A model server for tests: no model, the same answer to all. */
package smeta.fakemodel;
