/**
 * Results on their way to files. {@link mien.app.export.ExportSubject} is what can be exported,
 * {@link mien.app.export.ExportViewModel} one export with its choices and its progress, {@link
 * mien.app.export.ExportSheet} the page where it is chosen and where every word stands that the
 * file will say of itself.
 */
package mien.app.export;
