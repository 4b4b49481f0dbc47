declare const TREE: string;
declare const FILES: { path: string; sha256: string }[];
declare const VENDOR: { path: string; sha256: string }[];
