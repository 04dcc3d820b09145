/** The task's result, or `late()` thrown once the time is up. The task itself cannot be stopped: its owner ends it. */
export const withDeadline = async <T>(task: Promise<T>, limitMs: number, late: () => Error): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const alarm = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(late()), limitMs);
  });
  try {
    return await Promise.race([task, alarm]);
  } finally {
    clearTimeout(timer);
  }
};
