/** Drawn on a grid of 24 with a line of 1.75. */
const shapes = {
  search: 'M10.500 4a6.500 6.500 0 1 1 0 13a6.500 6.500 0 0 1 0-13M15.500 15.500 20.500 20.500',
  reports: 'M7 3h7l5 5v13H7zM14 3v5h5M10 13h6M10 17h6',
  directives: 'M5 4h14v16H5zM9 8h6M9 12h6M9 16h3',
  figures: 'M4 20h16M7 16v-5M12 16V6M17 16v-8',
  flags: 'M6 21V4M6 4h12l-3 4 3 4H6',
  issues: 'M4 5h16v11h-9l-4 4v-4H4zM8 9h8M8 12h5',
  ingest: 'M12 16V4M7 9l5-5 5 5M4 16v4h16v-4',
  people: 'M12 4a3.500 3.500 0 1 1 0 7a3.500 3.500 0 0 1 0-7M5 20c0-4 3-6 7-6s7 2 7 6',
  sun: 'M12 8a4 4 0 1 1 0 8a4 4 0 0 1 0-8M12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.500 1.500M17.500 17.500 19 19M19 5l-1.500 1.500M6.500 17.500 5 19',
  moon: 'M20 14A8 8 0 1 1 10 4a6.500 6.500 0 0 0 10 10',
  download: 'M12 4v12M7 11l5 5 5-5M4 20h16',
  close: 'M6 6l12 12M18 6 6 18',
  check: 'M5 12.500 10 17.500 19 7',
  left: 'M14 6l-6 6 6 6',
  right: 'M10 6l6 6-6 6',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  help: 'M12 3a9 9 0 1 1 0 18a9 9 0 0 1 0-18M9.500 9.500c0-3 5-3 5 0 0 2-2.500 2-2.500 4.500M12 17.200v.1',
  filter: 'M4 5h16l-6 8v6l-4-2v-4z',
  star: 'M12 4l2.400 5 5.600.700-4 3.900 1 5.400-5-2.700-5 2.700 1-5.400-4-3.900 5.600-.700z',
  keyboard: 'M3 6h18v12H3zM7 10h.1M11 10h.1M15 10h.1M7 14h10',
  undo: 'M8 5 4 9l4 4M4 9h10a5.500 5.500 0 0 1 0 11h-3',
  fit: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5',
  folder: 'M3 6h6l2 2h10v11H3z',
  alert: 'M12 4 2.500 20h19zM12 10v4M12 17v.1',
  print: 'M7 8V3h10v5M7 17H4V8h16v9h-3M7 14h10v7H7z',
} as const;

export type IconName = keyof typeof shapes;

export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={shapes[name]} />
    </svg>
  );
}
