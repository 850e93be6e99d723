/**
 * Reading LMDB data files ({@code data.mdb}), in which the published systems keep their prepared
 * training pictures. The file is mapped into memory; nothing is ever written, and no number in it
 * is believed before it is checked.
 *
 * <p>Start with {@link mien.engine.checkpoint.lmdb.Lmdb}. A file is a row of pages: two meta pages
 * name the newest tree ({@code Meta}), branch pages lead to leaf pages ({@code Page}), long values
 * lie on overflow pages of their own.
 */
package mien.engine.checkpoint.lmdb;
