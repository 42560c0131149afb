// A file of its own, served with the page: a document is read beside the page, not in it.
import 'pdfjs-dist/legacy/build/pdf.worker.min.mjs'
