package mien.app.models;

/** What is done with the address of a page. */
public interface Links {

    /** Shows it in the browser. */
    void open(String address);

    /** Puts it on the clipboard. */
    void copy(String address);
}
